fn pages(text: &str) -> Result<Vec<u32>, String> {
    todo!()
}

fn main() {
    println!("{:?}", pages("1-3,7"));
    println!("{:?}", pages("4, x"));
}
