fn evens(limit: u32) -> impl Iterator<Item = u64> {
    (0..limit).filter(|n| n % 2 == 0)
}

fn main() {
    let list: Vec<_> = evens(9).collect();
    println!("{:?}", list);
    let total = evens(101).sum::<u64>();
    println!("{total}");
}
