fn main() {
    let letters = ['a', 'b', 'c', 'd'];
    let pairs: Vec<_> = letters.iter().zip(1..=2).collect();
    println!("{pairs:?}");
    let every: String = letters.iter().skip(1).step_by(2).collect();
    println!("{every}");
    let (even, odd): (Vec<i32>, Vec<i32>) = (1..6).partition(|n| n % 2 == 0);
    println!("{even:?} {odd:?}");
    println!("{:?}", (1..5).rev().chain(7..9).last());
    println!(
        "{}",
        (1..=4).fold(String::new(), |text, n| format!("{n}{text}"))
    );
}
