fn main() {
    let mut n = 1;
    let mut own = move || {
        n += 10;
        n
    };
    println!("{} {}", own(), own());
    println!("{n}");
    let mut add = |k: i32| n += k;
    add(4);
    add(5);
    println!("{n}");
    let square = |x: i32| x * x + n;
    println!("{}", square(3));
}
