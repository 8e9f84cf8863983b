fn main() {
    let name = "Ada";
    let age = 36;
    println!("{} is {}", name);
    println!("{age}");
}
