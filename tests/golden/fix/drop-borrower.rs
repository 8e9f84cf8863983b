struct Guard<'a>(&'a mut String);
impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.push('!');
    }
}
fn main() {
    let mut s = String::new();
    let g = Guard(&mut s);
    g.0.push('a');
    println!("{}", s);
}
