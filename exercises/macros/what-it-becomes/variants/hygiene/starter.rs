macro_rules! add_x {
    ($e:expr) => {{
        let x = 10;
        $e + x
    }};
}

macro_rules! set {
    ($name:ident, $value:expr) => {
        let $name = $value;
    };
}

fn main() {
    let x = 1;
    println!("{}", add_x!(x));
    set!(y, x + 1);
    println!("{y}");
    set!(x, 7);
    println!("{} {}", x, add_x!(x * 2));
}
