fn main() {
    let total = 3;
    println!("{}", totl);
    let y = totl + 1;
    println!("{y} {}", helper(2));
}
