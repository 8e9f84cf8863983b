fn grade(points: u32) -> char {
    if points >= 90 {
        'A'
    } elif points >= 70 {
        'B'
    } else {
        'C'
    }
}

fn main() {
    let marks: String = [95, 71, 12].iter().map(|p| grade(*p)).collect();
    println!("{marks}");
}
