fn main() {
    let total = 12.5;
    printline!("total {total}");
}
