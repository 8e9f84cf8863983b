mod bank {
    fn open() {}
}
fn main() {
    bank::open();
}
