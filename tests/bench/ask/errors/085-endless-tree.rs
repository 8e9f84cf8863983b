struct Node {
    value: i32,
    left: Option<Node>,
    right: Option<Node>,
}

fn main() {
    let root = Node { value: 1, left: None, right: None };
    println!("{} {}", root.value, root.left.is_none() && root.right.is_none());
}
