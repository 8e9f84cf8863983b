fn main() {
    let mut text = String::new();
    std::io::stdin().read_line(&mut text).unwrap();
    let celsius: i32 = text.trim().parse().unwrap();
    let fahrenheit = celsius * 9 / 5 + 32;
    println!("{celsius} C are {fahrenheit} F");
}
