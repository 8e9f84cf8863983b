fn main() {
    let line = "a,b,,c,";
    println!("{:?}", line.split(',').collect::<Vec<_>>());
    println!("{:?}", line.split_terminator(',').count());
    println!("{:?}", line.split_once(','));
    println!("{:?}", "  x y ".split(' ').count());
    println!("{:?}", "  x y ".split_whitespace().count());
}
