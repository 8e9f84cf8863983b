mod shop {
    pub mod items {
        pub fn buy() {}
    }
    pub fn visit() {
        shop::items::buy();
    }
}
fn main() {
    shop::visit();
}
