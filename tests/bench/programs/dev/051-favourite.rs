fn main() {
    let words = [String::from("sun"), String::from("moon"), String::from("mars")];
    let i = words.len() - 1;
    let favourite = words[i];
    println!("{favourite}");
    let all = words.join("+");
    println!("{all}");
}
