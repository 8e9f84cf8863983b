fn main() {
    let n = 42;
    println!("[{:>5}]", n);
    println!("[{:<5}]", n);
    println!("[{:*^6}]", n);
    println!("[{:05}] {{n}}", n);
    println!("{0}-{1}-{0} {2:?}", 1, 2, "x");
}
