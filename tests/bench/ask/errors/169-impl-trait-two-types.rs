fn steps(up: bool) -> impl Iterator<Item = u32> {
    if up {
        0..5
    } else {
        (0..5).rev()
    }
}

fn main() {
    for s in steps(true) {
        print!("{s} ");
    }
    println!();
    for s in steps(false) {
        print!("{s} ");
    }
}
