fn main() {
    let answer = "forty-two";
    println!("{answer}");
    answer = 42;
    println!("{}", answer + 1);
}
