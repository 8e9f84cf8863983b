fn main() {
    let age = 20;
    let ticket = age < 18 ? "child" : "adult";
    println!("{ticket}");
}
