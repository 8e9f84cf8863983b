use std::thread;

fn hottest(degrees: &[i32], workers: usize) -> Option<i32> {
    todo!()
}

fn main() {
    println!("{:?}", hottest(&[18, 25, 31, 22, 19], 2));
}
