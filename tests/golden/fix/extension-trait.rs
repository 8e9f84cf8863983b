impl String {
    fn shout(&self) -> String {
        self.to_uppercase()
    }
}
fn main() {
    println!("{}", String::from("a").shout());
}
