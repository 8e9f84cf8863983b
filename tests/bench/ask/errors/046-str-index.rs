fn initials(first: &str, last: &str) -> String {
    let full = format!("{first} {last}");
    println!("{full}");
    format!("{}{}", first[0], last[0])
}

fn main() {
    println!("{}", initials("Ada", "Lovelace"));
}
