fn main() {
    let days = [String::from("Mon"), String::from("Tue"), String::from("Wed")];
    let today = days[1];
    println!("today is {today}");
}
