mod helpers {
    pub fn square(n: i32) -> i32 {
        n * n
    }

    fn cube(n: i32) -> i32 {
        n * square(n)
    }
}

use helpers::cube;
use helpers::square;

fn main() {
    println!("{}", square(4));
    println!("{}", cube(3));
}
