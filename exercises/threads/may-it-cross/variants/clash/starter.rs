use std::thread;

fn main() {
    let mut list = vec![1, 2];
    thread::scope(|scope| {
        scope.spawn(|| list.push(3));
        scope.spawn(|| list.push(4));
    });
    println!("{list:?}");
}
