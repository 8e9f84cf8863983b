mod shop {
    pub mod till {
        pub(shop) fn total() -> u32 { 3 }
    }
    pub fn pay() -> u32 { till::total() }
}
fn main() { println!("{}", shop::pay()); }
