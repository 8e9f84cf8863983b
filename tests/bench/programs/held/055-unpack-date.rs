fn parse_date(text: &str) -> (u32, u32, u32) {
    let parts: Vec<u32> = text.split('-').filter_map(|p| p.parse().ok()).collect();
    (parts[0], parts[1], parts[2])
}

fn main() {
    let (year, month) = parse_date("2024-11-05");
    println!("year {year}");
    println!("month {month:02}");
    println!("{}", year * 12 + month);
}
