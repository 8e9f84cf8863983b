enum Step {
    Ahead(i32),
    Left,
    Right,
    Back,
}

fn walk(steps: &[Step]) -> (i32, i32) {
    let (mut x, mut y) = (0, 0);
    let (mut dx, mut dy) = (0, 1);
    for step in steps {
        match step {
            Step::Ahead(n) => (x, y) = (x + dx * n, y + dy * n),
            Step::Left => (dx, dy) = (-dy, dx),
            Step::Right => (dx, dy) = (dy, -dx),
            Step::Back => (dx, dy) = (-dx, -dy),
        }
    }
    (x, y)
}

fn main() {
    use Step::*;
    println!("{:?}", walk(&[Right, Ahead(3), Left, Ahead(2)]));
    println!("{:?}", walk(&[Back, Ahead(4)]));
}
