fn main() {
    let answer = "";
    if !answer {
        println!("please answer");
    }
}
