struct Reader;
impl<T: std::str::FromStr> Reader {
    fn read(&self, s: &str) -> Option<T> { s.parse().ok() }
}
fn main() {
    let n: Option<i32> = Reader.read("4");
    println!("{:?}", n);
}
