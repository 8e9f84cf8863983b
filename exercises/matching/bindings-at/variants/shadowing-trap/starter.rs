fn main() {
    let limit = 10;
    let n = 3;
    match n {
        limit if limit > 5 => println!("big {limit}"),
        limit => println!("caught {limit}"),
    }
    let pair = (n, limit);
    match pair {
        (3, x) | (x, 3) => println!("with three: {x}"),
        _ => println!("no three"),
    }
    println!("{limit}");
}
