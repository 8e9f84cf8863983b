const NAME: String = String::from("tower");

fn main() {
    println!("{NAME}");
}
