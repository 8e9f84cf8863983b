fn double(n: i32) -> i32 {
    n * 2
}

fn main() {
    let a = {
        let b = 3;
        b + 1
    };
    let c = if a > 3 { double(a) } else { a };
    let d = {
        double(c);
    };
    println!("{a} {c} {d:?}");
}
