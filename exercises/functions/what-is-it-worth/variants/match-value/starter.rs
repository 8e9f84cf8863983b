fn main() {
    let mut n = 1;
    let found = loop {
        n *= 3;
        if n > 20 {
            break n - 1;
        }
    };
    let size = match found {
        0..=9 => "small",
        10..=26 => "middle",
        _ => "large",
    };
    println!("{n} {found} {size}");
}
