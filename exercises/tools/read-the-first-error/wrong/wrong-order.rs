fn main() {
    let mut text = String::new();
    std::io::stdin().read_line(&mut text).unwrap();
    let celsius: i32 = text.trim().parse().unwrap();
    let fahrenheit = (celsius + 32) * 9 / 5;
    println!("{celsius} C are {fahrenheit} F");
}
