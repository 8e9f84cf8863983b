#[derive(Debug)]
struct Pair<T, T> {
    left: T,
    right: T,
}

impl<T: Copy, U: Copy> Pair<T, U> {
    fn swap(self) -> Pair<U, T> {
        Pair { left: self.right, right: self.left }
    }
}

fn main() {
    let p = Pair { left: 1, right: 'z' };
    let q = p.swap();
    println!("{:?}", q);
    println!("{}", p.left);
}
