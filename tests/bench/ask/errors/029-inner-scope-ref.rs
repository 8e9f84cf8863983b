fn main() {
    let mut longest = "";
    {
        let line = String::from("a rather long line");
        if line.len() > longest.len() {
            longest = &line;
        }
    }
    println!("{longest}");
}
