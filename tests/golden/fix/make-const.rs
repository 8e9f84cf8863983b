fn double(n: u32) -> u32 {
    n * 2
}

const SIZE: u32 = double(4);

fn main() {
    println!("{SIZE}");
}
