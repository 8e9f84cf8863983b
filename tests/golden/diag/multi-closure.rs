fn main() {
    let total: usize = [1, 2, 3].iter().map(|x| {
        x + 1
    }).collect();
    let f = if total > 3 {
        |x: i32| x + 1
    } else {
        |x: i32| x - 1
    };
    let mut v = vec![1];
    v.push(1, 2,
        3);
    println!("{}", f(1));
}
