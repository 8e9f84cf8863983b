fn main() {
    let odd: impl Iterator<Item = u32> = (0..9).filter(|n| n % 2 == 1);
    println!("{}", odd.count());
}
