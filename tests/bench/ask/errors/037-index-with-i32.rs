fn main() {
    let menu = vec!["soup", "pasta", "cake"];
    let choice: i32 = 2;
    println!("you get {}", menu[choice]);
}
