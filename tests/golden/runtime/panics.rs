use std::cell::RefCell;
use std::collections::*;
fn rec(n: u64) -> u64 {
    let a = [n; 100];
    if n == u64::MAX {
        0
    } else {
        rec(n + 1) + a[(n % 100) as usize]
    }
}
fn bb<T>(t: T) -> T {
    std::hint::black_box(t)
}
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let k = std::env::args().nth(1).unwrap();
    let v = bb(vec![1, 2, 3]);
    let s = bb(String::from("héllo"));
    match k.as_str() {
        "index" => {
            println!("{}", v[bb(7)]);
        }
        "slice_end" => {
            println!("{:?}", &v[bb(1)..bb(9)]);
        }
        "slice_start" => {
            println!("{:?}", &v[bb(9)..]);
        }
        "slice_order" => {
            println!("{:?}", &v[bb(2)..bb(1)]);
        }
        "slice_incl" => {
            println!("{:?}", &v[bb(2)..=bb(usize::MAX)]);
        }
        "str_bound" => {
            println!("{}", &s[bb(0)..bb(2)]);
        }
        "str_end" => {
            println!("{}", &s[bb(0)..bb(20)]);
        }
        "str_start" => {
            println!("{}", &s[bb(20)..]);
        }
        "str_order" => {
            println!("{}", &s[bb(3)..bb(1)]);
        }
        "str_split" => {
            println!("{:?}", s.split_at(bb(2)));
        }
        "str_insert" => {
            let mut t = s;
            t.insert(2, 'x');
        }
        "add" => {
            println!("{}", bb(255u8) + bb(1));
        }
        "sub" => {
            println!("{}", bb(0usize) - bb(1));
        }
        "mul" => {
            println!("{}", bb(i32::MAX) * bb(2));
        }
        "neg" => {
            println!("{}", -bb(i32::MIN));
        }
        "shl" => {
            println!("{}", bb(1i32) << bb(40));
        }
        "shr" => {
            println!("{}", bb(1i32) >> bb(40));
        }
        "divo" => {
            println!("{}", bb(i32::MIN) / bb(-1));
        }
        "remo" => {
            println!("{}", bb(i32::MIN) % bb(-1));
        }
        "div" => {
            println!("{}", bb(1) / bb(0));
        }
        "rem" => {
            println!("{}", bb(1) % bb(0));
        }
        "pow" => {
            println!("{}", bb(10i32).pow(20));
        }
        "abs" => {
            println!("{}", bb(i32::MIN).abs());
        }
        "sum" => {
            println!("{}", [255u8, 1].iter().sum::<u8>());
        }
        "unwrap_none" => {
            let o: Option<i32> = bb(None);
            o.unwrap();
        }
        "expect_none" => {
            let o: Option<i32> = bb(None);
            o.expect("need a number");
        }
        "unwrap_err" => {
            "x".parse::<i32>().unwrap();
        }
        "expect_err" => {
            "x".parse::<i32>().expect("should be number");
        }
        "unwrap_ok_err" => {
            "1".parse::<i32>().unwrap_err();
        }
        "expect_e" => {
            "1".parse::<i32>().expect_err("must fail");
        }
        "assert" => {
            assert!(v.len() == bb(4));
        }
        "assert_msg" => {
            assert!(v.len() == bb(4), "length was {}", v.len());
        }
        "assert_eq" => {
            assert_eq!(v.len(), bb(4));
        }
        "assert_eq_msg" => {
            assert_eq!(v, vec![1], "second\nline {}", 3);
        }
        "assert_eq_str" => {
            assert_eq!("a\nb", bb("c"));
        }
        "assert_ne" => {
            assert_ne!(v.len(), bb(3));
        }
        "assert_ne_msg" => {
            assert_ne!(v.len(), bb(3), "why");
        }
        "debug_assert" => {
            debug_assert!(bb(false));
        }
        "borrow_mut" => {
            let c = RefCell::new(1);
            let _a = c.borrow();
            let _b = c.borrow_mut();
        }
        "borrow" => {
            let c = RefCell::new(1);
            let _a = c.borrow_mut();
            let _b = c.borrow();
        }
        "borrow_mut2" => {
            let c = RefCell::new(1);
            let _a = c.borrow_mut();
            let _b = c.borrow_mut();
        }
        "todo" => {
            todo!()
        }
        "todo_msg" => {
            todo!("later")
        }
        "unimpl" => {
            unimplemented!()
        }
        "unimpl_msg" => {
            unimplemented!("x {}", 1)
        }
        "unreach" => {
            unreachable!()
        }
        "unreach_msg" => {
            unreachable!("n is {}", 1)
        }
        "panic" => {
            panic!()
        }
        "panic_msg" => {
            panic!("multi\nline")
        }
        "panic_any" => std::panic::panic_any(5),
        "stack" => {
            println!("{}", rec(bb(0)));
        }
        "alloc" => {
            let mut x: Vec<u8> = Vec::new();
            x.reserve_exact(bb(1usize << 46));
            println!("{}", x.len());
        }
        "capacity" => {
            let x: Vec<u8> = Vec::with_capacity(bb(usize::MAX));
            println!("{}", x.len());
        }
        "abort" => std::process::abort(),
        "err" => return Err("bad thing".into()),
        "err_parse" => {
            "x".parse::<i32>()?;
        }
        "thread" => {
            std::thread::spawn(|| panic!("in thread")).join().unwrap();
        }
        "named" => {
            std::thread::Builder::new()
                .name("worker 1".into())
                .spawn(|| panic!("in thread"))
                .unwrap()
                .join()
                .unwrap();
        }
        "threadstack" => {
            std::thread::Builder::new()
                .name("deep".into())
                .spawn(|| {
                    println!("{}", rec(0));
                })
                .unwrap()
                .join()
                .unwrap();
        }
        "hash" => {
            let m: HashMap<&str, i32> = HashMap::new();
            println!("{}", m["k"]);
        }
        "btree" => {
            let m: BTreeMap<&str, i32> = BTreeMap::new();
            println!("{}", m["k"]);
        }
        "deque" => {
            let m: VecDeque<i32> = VecDeque::new();
            println!("{}", m[3]);
        }
        "remove" => {
            let mut w = v;
            w.remove(9);
        }
        "insert" => {
            let mut w = v;
            w.insert(9, 1);
        }
        "swap_remove" => {
            let mut w = v;
            w.swap_remove(9);
        }
        "split_at" => {
            println!("{:?}", v.split_at(9));
        }
        "chunks" => {
            println!("{:?}", v.chunks(bb(0)).count());
        }
        "copy" => {
            let mut a = [0; 2];
            a.copy_from_slice(&v);
        }
        "step" => {
            (0..3).step_by(bb(0)).count();
        }
        "utf8" => {
            String::from_utf8(vec![0xff]).unwrap();
        }
        "exit" => std::process::exit(3),
        "duration" => {
            println!(
                "{:?}",
                std::time::Duration::from_secs(1) - std::time::Duration::from_secs(2)
            );
        }
        "mutex" => {
            let m = std::sync::Mutex::new(1);
            let r = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let _g = m.lock().unwrap();
                panic!("p")
            }));
            let _ = r;
            let _x = m.lock().unwrap();
        }
        "divf" => {
            println!("{}", bb(1i32).div_euclid(bb(0)));
        }
        "char" => {
            println!("{}", char::from_digit(1, bb(99)).unwrap());
        }
        "drain" => {
            let mut w = v;
            w.drain(2..9);
        }
        "clamp" => {
            println!("{}", bb(1).clamp(bb(3), bb(2)));
        }
        "ilog" => {
            println!("{}", bb(0u32).ilog2());
        }
        "time" => {
            let a = std::time::Instant::now();
            println!("{:?}", a - std::time::Duration::from_secs(u64::MAX));
        }
        "segv" => unsafe {
            println!("{}", *(bb(8usize) as *const i32));
        },
        _ => {}
    }
    Ok(())
}
