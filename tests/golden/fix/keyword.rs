function main() {
    println!("a");
}
