enum Step {
    Ahead(i32),
    Left,
    Right,
    Back,
}

fn walk(steps: &[Step]) -> (i32, i32) {
    todo!()
}

fn main() {
    use Step::*;
    println!("{:?}", walk(&[Right, Ahead(3), Left, Ahead(2)]));
    println!("{:?}", walk(&[Back, Ahead(4)]));
}
