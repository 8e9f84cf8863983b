fn main() {
    let rate = 19;

    fn with_tax(net: u32) -> u32 {
        net + net * rate / 100
    }

    for net in [100, 250, 999] {
        println!("{net} -> {}", with_tax(net));
    }
}
