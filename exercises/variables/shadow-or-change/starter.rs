fn main() {
    let x = 5;
    let x = x + 1;
    {
        let x = x * 10;
        println!("inner {x}");
    }
    println!("outer {x}");
    let mut y = 1;
    {
        y = y + 1;
        let y = 50;
        println!("inner {y}");
    }
    println!("outer {y}");
}
