fn main() {
    let text = "--ab-a--";
    println!("{}", text.trim_matches('-'));
    println!("{}", text.trim_start_matches("--a"));
    println!("{:?}", text.strip_prefix('-'));
    println!("{}", text.replace("-a", "x"));
    println!("{}", text.replacen('-', "", 3));
    println!("{}", "apple" < "Banana");
}
