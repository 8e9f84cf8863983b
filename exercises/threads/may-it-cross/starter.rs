use std::thread;

fn main() {
    let mut left = vec![1, 2];
    let right = vec![3, 4];
    thread::scope(|scope| {
        scope.spawn(|| left.push(right.len()));
        scope.spawn(|| println!("{}", right.len()));
    });
    println!("{left:?}");
}
